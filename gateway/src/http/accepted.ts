/** What an `Accept` or `Accept-Encoding` header takes, in lower case, but for what it says it does not (`q=0`). */
export function accepted(header: string): string[] {
  return header.toLowerCase().split(',').flatMap((range) => {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim())
    return parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter)) ? [] : [name]
  })
}
