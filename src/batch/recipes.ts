import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Configuration } from '../config/configuration.ts';
import { CONFIGURATION_NAME, findConfiguration } from '../config/find-configuration.ts';
import { defaultsOf, templateFolders } from '../config/for-input.ts';
import { ruleSettings } from '../config/rule-settings.ts';
import type { RuleSettings } from '../judge/run.ts';
import { requireTables } from '../template/choose-tables.ts';
import { requireTemplate } from '../template/choose-template.ts';
import { BUILT_IN_TEMPLATES } from '../template/precompiled.ts';
import type { BuildOptions } from '../use/build.ts';
import { contentDigest } from './digest.ts';
import type { BatchOptions } from './options.ts';
import { digestTables, digestTemplates } from './template-digests.ts';
import type { Recipe } from './work/work.ts';

/** Finds what configuration and flags decide for facts files; files for which they decide alike share one recipe. */
export class RecipeBook {
  readonly recipes: Recipe[] = [];
  readonly #options: BatchOptions;
  readonly #epoch: string | undefined;
  readonly #configurations = new Map<string, Promise<Configuration>>();
  readonly #byPlace = new Map<string, Promise<number>>();
  readonly #byKey = new Map<string, Promise<number>>();

  constructor(options: BatchOptions, env: Readonly<Record<string, string | undefined>>) {
    this.#options = options;
    this.#epoch = env.SOURCE_DATE_EPOCH;
  }

  /** The place in `recipes` of what holds for a facts file. UserError where its configuration is wrong or names no template. */
  async indexFor(facts: string): Promise<number> {
    const folder = dirname(facts);
    const configuration = await this.configurationOf(folder);
    const place = hasFilePatterns(configuration) ? facts : folder;
    return rememberPromise(this.#byPlace, place, () => this.#find(configuration, folder, facts));
  }

  /** The configuration that holds for a folder, each read once. */
  configurationOf(folder: string): Promise<Configuration> {
    return rememberPromise(this.#configurations, folder, () => this.#inherit(folder));
  }

  /** A folder without a configuration of its own has its parent's, as far as the parent is known to the batch. */
  #inherit(folder: string): Promise<Configuration> {
    const parent = this.#configurations.get(dirname(folder));
    const hasOwn = parent === undefined || existsSync(join(folder, CONFIGURATION_NAME));
    return hasOwn ? findConfiguration(folder) : parent;
  }

  #find(configuration: Configuration, folder: string, facts: string): Promise<number> {
    const folders = templateFolders(configuration, folder);
    const settings = ruleSettings(configuration, facts, this.#options.isDraft ?? false);
    const key = JSON.stringify([configuration.file, folders, settings.severities]);
    return rememberPromise(this.#byKey, key, async () => {
      const recipe = await this.#make(configuration, settings, folders);
      return this.recipes.push(recipe) - 1;
    });
  }

  async #make(
    configuration: Configuration,
    settings: RuleSettings,
    folders: readonly string[],
  ): Promise<Recipe> {
    const defaults = defaultsOf(configuration);
    const { places = {} } = defaults;
    const { template, attach, format = 'docx', isDraft = false } = this.#options;
    const named = template ?? defaults.template;
    if (named !== undefined)
      await requireTemplate(named, folders, template === undefined ? places['report.template'] : undefined);
    const tables = attach ?? defaults.attach;
    if (tables !== undefined)
      await requireTables(tables, folders, attach === undefined ? places['report.attach'] : undefined);
    const options: BuildOptions = {
      ...(template !== undefined && { template }),
      ...(attach !== undefined && { attach }),
      isDraft,
      format: format === 'pdf' ? 'docx' : format,
      epoch: this.#epoch,
      settings,
      templateFolders: folders,
      defaults,
    };
    // Where things lie does not matter, only what is in them; and the program's own words go with its version.
    const { exclude: _, output: __, templates: ___, ignores: ____, ...said } = configuration.settings;
    const digest = contentDigest(
      JSON.stringify([
        template ?? '',
        attach ?? [],
        digestTables(folders),
        format,
        isDraft,
        this.#epoch ?? '',
        said,
        places,
        settings.severities,
      ]),
    );
    return { options, digest, templates: digestTemplates([...folders, BUILT_IN_TEMPLATES]) };
  }
}

function hasFilePatterns({ settings }: Configuration): boolean {
  return settings.ignores?.some(({ file }) => file !== undefined) ?? false;
}

/** Makes what a key stands for once. */
function rememberPromise<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
