/**
 * Tables that hold nothing about people, and why. A table that is neither here nor in a declared
 * store fails a test: whoever adds one decides which it is.
 */
export const tablesWithoutPeople: Readonly<Record<string, string>> = {
  'control:applied_migrations': 'scripts that were run',
  'control:api_keys': 'keys are of programs; their names are given to programs',
  'control:cohorts': 'conditions on what customers do; whom a list names is declared apart',
  'control:event_schemas': 'shapes of events, not events',
  'control:metric_definitions': 'formulas over ledgers',
  'control:anomaly_detectors': 'what is watched, by metric and dimension; no key of a person',
  'control:anomaly_labels': 'which days were expected, without who said so',
  'control:settings': 'settings of the installation and of tenants, secrets among them sealed',
  'control:tenant_secrets': 'secrets of a tenant that belong to no one person',
  'control:tenants': 'businesses',
  'control:job_workers': 'processes',
  'control:job_schedules': 'when jobs are made',
  'control:jobs': 'inputs name work by ids; rooms keep what is personal in stores of their own',
  'control:job_logs': 'lines of jobs, without personal data',
  'ledger:retractions': 'ids of events that were taken back, whose rows are gone',
  'ledger:stock': 'levels of stock',
  'ledger:spend': 'advertising spend by day and campaign',
  'ledger:products': 'products',
  'ledger:locations': 'shops and warehouses',
};
