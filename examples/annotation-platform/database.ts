import Database from 'better-sqlite3';

export type Db = Database.Database;

const schema = `
CREATE TABLE IF NOT EXISTS customers (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  -- Sent to the consent page and not come back yet.
  consent_state TEXT,
  consent_until INTEGER,
  -- Consented, token not pasted yet.
  pending_install_id TEXT
) STRICT;

CREATE TABLE IF NOT EXISTS installs (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers,
  status TEXT NOT NULL CHECK (status IN ('active', 'ended')),
  -- Token and secret are encrypted: see keys.ts.
  sealed_token TEXT NOT NULL,
  sealed_secret TEXT,
  endpoint_id TEXT,
  pii_consent INTEGER NOT NULL,
  -- The day on which it was last compared with OpenTrain.
  compared_on TEXT
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS one_active_install ON installs (customer_id)
  WHERE status = 'active';

CREATE TABLE IF NOT EXISTS projects (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers,
  name TEXT NOT NULL,
  job_id TEXT NOT NULL,
  link_id TEXT UNIQUE
) STRICT;

CREATE TABLE IF NOT EXISTS contracts (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects,
  title TEXT,
  status TEXT NOT NULL CHECK (status IN ('active', 'ended')),
  -- Something happened: members and budget are to be read again.
  stale INTEGER NOT NULL DEFAULT 1,
  budget TEXT,
  -- A report that failed, and when to try again.
  report_error TEXT,
  report_after INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE IF NOT EXISTS members (
  id TEXT PRIMARY KEY,
  contract_id TEXT NOT NULL REFERENCES contracts,
  user_id TEXT NOT NULL,
  display_name TEXT NOT NULL,
  work_email TEXT,
  active INTEGER NOT NULL,
  UNIQUE (contract_id, user_id)
) STRICT;

CREATE TABLE IF NOT EXISTS tasks (
  member_id TEXT NOT NULL REFERENCES members,
  task_id TEXT NOT NULL,
  day TEXT NOT NULL,
  seconds INTEGER NOT NULL,
  labels INTEGER NOT NULL,
  PRIMARY KEY (member_id, task_id)
) STRICT, WITHOUT ROWID;

-- Totals of a worker's day. reported_version is the cursor of the nightly report: behind version, there
-- is something to tell.
CREATE TABLE IF NOT EXISTS work_days (
  member_id TEXT NOT NULL REFERENCES members,
  day TEXT NOT NULL,
  seconds INTEGER NOT NULL,
  tasks INTEGER NOT NULL,
  labels INTEGER NOT NULL,
  version INTEGER NOT NULL,
  reported_version INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (member_id, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS unreported ON work_days (member_id, day)
  WHERE reported_version < version;

CREATE TABLE IF NOT EXISTS events (
  install_id TEXT NOT NULL REFERENCES installs,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  PRIMARY KEY (install_id, id)
) STRICT, WITHOUT ROWID;
`;

/** Opens the database, making it if it is not there. What is committed survives a crash. */
export function openDatabase(file: string): Db {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.exec(schema);
  return db;
}
