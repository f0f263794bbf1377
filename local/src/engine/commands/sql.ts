/** DocumentDB's functions, one per command. $1 is the database, $2 the command as BSON. `::bytea` because pg has no binary results. */
const SPEC = '$2::bytea::documentdb_core.bson'
const PAGE = 'cursorpage::bytea page, continuation::bytea continuation, persistconnection persistent, cursorid::text id'

const write = (name: string) =>
  `SELECT p_result::bytea result, p_success success
   FROM documentdb_api.${name}($1, ${SPEC}, $3::bytea::documentdb_core.bsonsequence, $4)`
const firstPage = (name: string) => `SELECT ${PAGE} FROM documentdb_api.${name}_cursor_first_page($1, ${SPEC})`

export const WRITES = {
  insert: write('insert'),
  update: write('update'),
  delete: write('delete'),
} as const

export const FIND_AND_MODIFY = `SELECT p_result::bytea result FROM documentdb_api.find_and_modify($1, ${SPEC}, $3)`

export const CURSORS = {
  find: firstPage('find'),
  aggregate: firstPage('aggregate'),
  listIndexes: firstPage('list_indexes'),
  listCollections: firstPage('list_collections'),
} as const

export const GET_MORE = `SELECT cursorpage::bytea page, continuation::bytea continuation
  FROM documentdb_api.cursor_get_more($1, ${SPEC}, $3::bytea::documentdb_core.bson)`

/** Commands that are one function with one document as its answer. */
export const QUERIES = {
  count: `SELECT document::bytea result FROM documentdb_api.count_query($1, ${SPEC})`,
  distinct: `SELECT document::bytea result FROM documentdb_api.distinct_query($1, ${SPEC})`,
  create: `SELECT documentdb_api.create_collection_view($1, ${SPEC})::bytea result`,
  validate: `SELECT document::bytea result FROM documentdb_api.validate($1, ${SPEC})`,
} as const

/** Not `create_indexes`: that one builds in the background by cron, up to a minute later. */
export const CREATE_INDEXES = `SELECT documentdb_api_internal.create_indexes_non_concurrently($1, ${SPEC}, true)::bytea result`
export const DROP_INDEXES = `CALL documentdb_api.drop_indexes($1, ${SPEC}, NULL)`

/** $3 is the collection. */
export const COLLECTION_MODIFY = `SELECT documentdb_api.coll_mod($1, $3, ${SPEC})::bytea result`
export const COLLECTION_DROP = 'SELECT documentdb_api.drop_collection($1, $2)'
export const COLLECTION_STATS = 'SELECT documentdb_api.coll_stats($1, $2)::bytea result'
export const COLLECTION_RENAME = 'SELECT documentdb_api.rename_collection($1, $2, $3, $4)'
export const DATABASE_DROP = 'SELECT documentdb_api.drop_database($1)'
export const DATABASE_STATS = 'SELECT documentdb_api.db_stats($1)::bytea result'
export const DATABASES = 'SELECT documentdb_api.list_databases($1::bytea::documentdb_core.bson)::bytea result'

/** The functions that the planner sees through, so that EXPLAIN tells about the collection. */
export const EXPLAINABLE = {
  find: 'documentdb_api_catalog.bson_aggregation_find',
  aggregate: 'documentdb_api_catalog.bson_aggregation_pipeline',
  count: 'documentdb_api_catalog.bson_aggregation_count',
  distinct: 'documentdb_api_catalog.bson_aggregation_distinct',
  update: 'documentdb_api_catalog.bson_aggregation_update',
  delete: 'documentdb_api_catalog.bson_aggregation_delete',
  findAndModify: 'documentdb_api_catalog.bson_aggregation_find_and_modify',
} as const

/** $1 database, $2 collection: names and keys of its unique indexes. `rum` is what a constraint of PostgreSQL is called. */
export const UNIQUE_INDEXES = `SELECT (i.index_spec).index_name AS name, 'documents_rum_index_' || i.index_id AS rum,
    (i.index_spec).index_key::bytea AS key
  FROM documentdb_api_catalog.collection_indexes i JOIN documentdb_api_catalog.collections c USING (collection_id)
  WHERE c.database_name = $1 AND c.collection_name = $2
    AND ((i.index_spec).index_is_unique OR (i.index_spec).index_name = '_id_')`
