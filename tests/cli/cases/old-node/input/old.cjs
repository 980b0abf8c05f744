Object.defineProperty(process.versions, 'node', { value: process.env.REPORT_CASE_NODE });
Object.defineProperty(process, 'execPath', { value: '/usr/bin/node' });
