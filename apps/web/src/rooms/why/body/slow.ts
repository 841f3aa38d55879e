let slow: boolean | null = null;

/** Whether pictures are drawn by the processor: then they are drawn plainer, to stay quick. False also where there is no WebGL. */
export function isSlow(): boolean {
  if (slow !== null) return slow;
  const gl = document.createElement("canvas").getContext("webgl2");
  const info = gl?.getExtension("WEBGL_debug_renderer_info");
  const name = info && gl ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : "";
  slow = /swiftshader|llvmpipe|software|basic render/i.test(name);
  gl?.getExtension("WEBGL_lose_context")?.loseContext();
  return slow;
}
