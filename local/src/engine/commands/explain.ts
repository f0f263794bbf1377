import { deserialize, serialize, type Document } from 'bson'
import { MongoFault } from '../wire/mongo-fault.js'
import type { Command, CommandHandler } from './command.js'
import { documentOf, readFields, textOf } from '../wire/fields.js'
import { documentOr, documentsIn } from './documents.js'
import { EXPLAINABLE } from './sql.js'

/** A node of PostgreSQL's plan, as EXPLAIN (FORMAT JSON) gives it. */
interface PlanNode {
  readonly type: string
  readonly index: string | null
  readonly estimatedRows: number
  readonly estimatedCost: number
  readonly rows: number
  readonly children: readonly PlanNode[]
}

/** Tells the plan in MongoDB's shape. `executionStats` runs reads; writes are never run to explain them. */
export const explain: CommandHandler = async (command, { query }) => {
  const inner = documentOf(command.fields.get('explain'))
  if (!inner) throw new MongoFault(9, 'FailedToParse', 'explain takes the command to explain')
  const [[name, first] = ['', undefined]] = readFields(inner)
  const kind = Object.keys(EXPLAINABLE).find((each): each is keyof typeof EXPLAINABLE => each.toLowerCase() === name.toLowerCase())
  if (!kind) throw new MongoFault(59, 'CommandNotFound', `explain does not know the command '${name}'`)
  const isRead = !['update', 'delete', 'findAndModify'].includes(kind)
  const run = isRead && textOf(command.fields.get('verbosity')) !== 'queryPlanner'
  const sql = `EXPLAIN (FORMAT JSON${run ? ', ANALYZE' : ''})
    SELECT document FROM ${EXPLAINABLE[kind]}($1, $2::bytea::documentdb_core.bson)`
  // Not a prepared statement: those may be planned without the values.
  const [row] = await query('', sql, [command.database, withoutExplain(inner)])
  const plan = planOf(row?.['QUERY PLAN'])
  return reply(command, textOf(first) ?? '', deserialize(inner), plan, run)
}

function withoutExplain(inner: Buffer): Uint8Array {
  const { $db: _database, ...spec } = deserialize(inner, { promoteValues: false })
  return serialize(spec)
}

/** EXPLAIN gives a list with one document, whose `Plan` is the root. */
function planOf(explained: unknown): PlanNode {
  return nodeOf(documentOr(documentsIn(explained)[0]?.Plan, {}))
}

function nodeOf(plan: Document): PlanNode {
  return {
    type: String(plan['Node Type']),
    index: typeof plan['Index Name'] === 'string' ? plan['Index Name'] : null,
    estimatedRows: Number(plan['Plan Rows']),
    estimatedCost: Number(plan['Total Cost']),
    rows: Number(plan['Actual Rows'] ?? 0),
    children: documentsIn(plan.Plans).map(nodeOf),
  }
}

function reply(command: Command, collection: string, spec: Document, plan: PlanNode, run: boolean): Document {
  return {
    explainVersion: '1',
    queryPlanner: {
      namespace: `${command.database}.${collection}`,
      parsedQuery: documentOr(spec.filter ?? spec.query, {}),
      winningPlan: stageOf(plan),
      rejectedPlans: [],
    },
    ...(run ? { executionStats: { executionSuccess: true, nReturned: plan.rows } } : {}),
    serverInfo: { engine: 'DocumentDB on PostgreSQL' },
    command: spec,
    ok: 1,
  }
}

/** MongoDB's names for what PostgreSQL does: an index is looked up (IXSCAN), or all documents are read (COLLSCAN). */
function stageOf(plan: PlanNode): Document {
  const nodes = [...walk(plan)]
  const index = nodes.find((node) => node.index !== null)
  const scan = nodes.some((node) => node.type === 'Seq Scan')
  return {
    ...(index && !scan ? { stage: 'IXSCAN', indexName: index.index } : { stage: 'COLLSCAN' }),
    estimatedRows: plan.estimatedRows,
    estimatedCost: plan.estimatedCost,
    postgresPlan: plan,
  }
}

function* walk(node: PlanNode): Iterable<PlanNode> {
  yield node
  for (const child of node.children) yield* walk(child)
}
