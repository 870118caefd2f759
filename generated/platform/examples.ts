// Generated from spec/platform.yaml by npm run generate. Do not edit.

/** What each operation may be sent: its path, query and body in one object. */
export const inputExamples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'installs.current': {},
  'projectLinks.create': {
    externalProjectId: 'crosswalks-7',
    externalProjectName: 'Crosswalks, batch 7',
    externalProjectUrl: 'https://labelloft.example.com/projects/crosswalks-7',
    jobId: 'job_4c2d',
  },
  'projectLinks.list': {},
  'projectLinks.get': {
    linkId: 'lnk_3m8n',
  },
  'projectLinks.delete': {
    linkId: 'lnk_3m8n',
  },
  'contracts.list': {
    status: 'active',
  },
  'contracts.participants': {
    contractId: 'ctr_5e6f',
  },
  'contracts.budget': {
    contractId: 'ctr_5e6f',
  },
  'contracts.reportUsage': {
    contractId: 'ctr_5e6f',
    entries: [
      {
        workDate: '2026-06-12',
        totalSeconds: 25200,
        tasksCompleted: 64,
        labelsCompleted: 912,
        externalReportId: 'loft-2026-06-12',
      },
    ],
  },
  'webhookEndpoints.create': {
    url: 'https://labelloft.example.com/hooks/opentrain',
    eventTypes: ['contract.started', 'contract.ended'],
  },
  'webhookEndpoints.list': {},
  'webhookEndpoints.get': {
    endpointId: 'whe_7p2q',
  },
  'webhookEndpoints.update': {
    endpointId: 'whe_7p2q',
    status: 'ACTIVE',
  },
  'webhookEndpoints.delete': {
    endpointId: 'whe_7p2q',
  },
  'webhookEndpoints.redeliver': {
    endpointId: 'whe_7p2q',
    deliveryId: 'dlv_8k1m',
  },
};
