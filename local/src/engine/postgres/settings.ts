/** PostgreSQL's settings, given at each start. fsync and synchronous_commit stay on: an acknowledged write is on disk. */
export function settings(port: number): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    max_connections: '120',
    shared_buffers: '64MB',
    shared_preload_libraries: 'pg_cron,pg_documentdb_core,pg_documentdb',
    'cron.database_name': 'postgres',
    'cron.use_background_workers': 'on',
    'cron.log_run': 'off',
    'cron.log_statement': 'off',
    // Containers give /dev/shm 64 MB only.
    dynamic_shared_memory_type: 'mmap',
    jit: 'off',
    // Racing writers of one unique key deadlock (exclusion constraints): found at once, they are repeated in turn.
    deadlock_timeout: '10ms',
    'documentdb_core.enableCollation': 'on',
    // "localhost" may be ::1 first, where nobody listens.
    'documentdb.localhost_connection_string': 'host=127.0.0.1',
    log_min_messages: 'warning',
    // Racing writers are answered properly; what they lost against is no news for the log.
    log_min_error_statement: 'panic',
  }
}

/** Who may connect, and how. DocumentDB's own workers come over TCP too, under a role with few rights. */
export const HOST_BASED_AUTHENTICATION = `host all postgres 127.0.0.1/32 scram-sha-256
host postgres documentdb_bg_worker_role 127.0.0.1/32 trust
`
