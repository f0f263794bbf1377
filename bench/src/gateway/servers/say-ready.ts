/** The lines by which the benchmark knows where a server is. */
export function sayReady(port: number): void {
  console.log(JSON.stringify({ msg: 'listening', port }))
  console.log(JSON.stringify({ msg: 'ready' }))
}
