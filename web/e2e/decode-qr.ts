import jsQR from 'jsqr'
import type { Locator } from 'playwright-core'

/** What a camera reads that looks at it. */
export async function decodeQr(code: Locator): Promise<string | null> {
  await code.scrollIntoViewIfNeeded()
  const picture = (await code.screenshot()).toString('base64')
  const blank = await code.page().context().newPage()
  const { width, height, points } = await blank.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    return { width: image.width, height: image.height, points: [...(context?.getImageData(0, 0, image.width, image.height).data ?? [])] }
  }, picture)
  await blank.close()
  return jsQR.default(Uint8ClampedArray.from(points), width, height)?.data ?? null
}
