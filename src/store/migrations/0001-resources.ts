/**
 * `resource` has a row for each resource and its `seq` never changes, so that pages stay in order while others
 * write; `version` has every version; the index tables have the values of the current versions.
 */
export const resources = `
  CREATE TABLE resource (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    UNIQUE (type, id)
  ) STRICT;
  CREATE INDEX resource_by_type ON resource (type, seq);

  CREATE TABLE version (
    resource INTEGER NOT NULL REFERENCES resource (seq),
    version INTEGER NOT NULL,
    last_updated TEXT NOT NULL,
    digest TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (resource, version)
  ) STRICT;

  CREATE TABLE token (
    resource INTEGER NOT NULL REFERENCES resource (seq),
    parameter TEXT NOT NULL,
    system TEXT NOT NULL,
    value TEXT NOT NULL
  ) STRICT;
  CREATE INDEX token_by_value ON token (parameter, value, system, resource);
  CREATE INDEX token_by_system ON token (parameter, system, resource);
  CREATE INDEX token_by_resource ON token (resource);

  CREATE TABLE uri (
    resource INTEGER NOT NULL REFERENCES resource (seq),
    parameter TEXT NOT NULL,
    value TEXT NOT NULL
  ) STRICT;
  CREATE INDEX uri_by_value ON uri (parameter, value, resource);
  CREATE INDEX uri_by_resource ON uri (resource);

  CREATE TABLE reference (
    resource INTEGER NOT NULL REFERENCES resource (seq),
    parameter TEXT NOT NULL,
    type TEXT,
    id TEXT,
    url TEXT
  ) STRICT;
  CREATE INDEX reference_by_id ON reference (parameter, id, type, resource);
  CREATE INDEX reference_by_url ON reference (parameter, url, resource);
  CREATE INDEX reference_by_resource ON reference (resource);

  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;
