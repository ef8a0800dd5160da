const side = 192;

/** A picture of any size, drawn or photographed, as a small one that stands inside the page; undefined when it is none. */
export async function shrinkPicture(file: Blob): Promise<string | undefined> {
  const address = URL.createObjectURL(file);
  try {
    // An element, because only it knows how to draw an SVG; nothing inside one is run.
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    // A drawing may say no size of its own.
    const [width, height] = [picture.naturalWidth || side, picture.naturalHeight || side];
    const scale = Math.min(1, side / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png');
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}
