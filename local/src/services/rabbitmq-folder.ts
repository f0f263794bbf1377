import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The node's name is part of its data (quorum queues know their members by it), so it is the same at each start. */
const NODE = 'mov-ticket@localhost'

export interface RabbitmqPorts {
  readonly amqp: number
  readonly distribution: number
  readonly epmd: number
}

/** Writes the configuration of a private broker and gives the environment that makes Debian's and others' scripts use it alone. */
export async function rabbitmqFolder(folder: string, ports: RabbitmqPorts): Promise<NodeJS.ProcessEnv> {
  await mkdir(folder, { recursive: true })
  const configuration = join(folder, 'rabbitmq.conf')
  const plugins = join(folder, 'enabled_plugins')
  await writeFile(
    configuration,
    `listeners.tcp.1 = 127.0.0.1:${ports.amqp}
disk_free_limit.absolute = 50MB
log.file = false
log.console = true
log.console.level = warning
`,
  )
  await writeFile(plugins, '[].\n')
  return {
    RABBITMQ_NODENAME: NODE,
    RABBITMQ_CONFIG_FILE: configuration,
    RABBITMQ_CONF_ENV_FILE: join(folder, 'none'), // the system's is not ours
    RABBITMQ_ENABLED_PLUGINS_FILE: plugins,
    RABBITMQ_MNESIA_BASE: join(folder, 'mnesia'),
    RABBITMQ_LOG_BASE: join(folder, 'log'),
    RABBITMQ_GENERATED_CONFIG_DIR: join(folder, 'config'),
    RABBITMQ_SCHEMA_DIR: join(folder, 'schema'),
    RABBITMQ_DIST_PORT: String(ports.distribution),
    // The port mapper is started by us, so that it ends with the broker; Erlang's own would stay behind for ever.
    ERL_EPMD_PORT: String(ports.epmd),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-start_epmd false -kernel inet_dist_use_interface {127,0,0,1}',
    // Makes the script become the broker instead of waiting beside it.
    RUNNING_UNDER_SYSTEMD: '1',
    HOME: folder, // Erlang keeps its cookie there
  }
}
