const WAV_RATE = 8_000;
const HEADER_BYTES = 44;

/** A WAV file (8 kHz, 8 bit, mono) of a soft tone, `seconds` long, so that a recording can be heard. */
export function wavTone(seconds: number): Uint8Array<ArrayBuffer> {
  const samples = Math.max(1, Math.round(seconds * WAV_RATE));
  const bytes = new Uint8Array(HEADER_BYTES + samples);
  const view = new DataView(bytes.buffer);
  const text = (offset: number, value: string) => bytes.set(new TextEncoder().encode(value), offset);
  text(0, "RIFF");
  view.setUint32(4, HEADER_BYTES - 8 + samples, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, WAV_RATE, true);
  view.setUint32(28, WAV_RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, "data");
  view.setUint32(40, samples, true);
  for (let i = 0; i < samples; i += 1) {
    bytes[HEADER_BYTES + i] = 128 + Math.round(24 * Math.sin((2 * Math.PI * 440 * i) / WAV_RATE));
  }
  return bytes;
}

/** MPEG-1 layer III, 32 kbit/s, 44.1 kHz, mono: the header of a frame of 104 bytes and 1152 samples. */
const MP3_FRAME_HEADER = [0xff, 0xfb, 0x10, 0xc4];
const MP3_FRAME_BYTES = 104;
const MP3_FRAMES_PER_SECOND = 44_100 / 1_152;

/** An MP3 file of silence, `seconds` long. A frame whose side information is all zero decodes to silence. */
export function mp3Silence(seconds: number): Uint8Array<ArrayBuffer> {
  const frames = Math.max(1, Math.round(seconds * MP3_FRAMES_PER_SECOND));
  const bytes = new Uint8Array(frames * MP3_FRAME_BYTES);
  for (let i = 0; i < frames; i += 1) bytes.set(MP3_FRAME_HEADER, i * MP3_FRAME_BYTES);
  return bytes;
}
