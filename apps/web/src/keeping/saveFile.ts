/** Hands a file to the browser to save. Nothing leaves the device by it. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // the browser reads it after this returns
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
