/** Where the owner publishes what changed, for servers that do not ask it. */
export const dataChannel = (namespace: string): string => `${namespace}:data`
