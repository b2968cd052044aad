/** Writes a tiny ONNX model as bytes: a stand-in for a text recogniser, with the in- and outputs of the real ones. */

type Bytes = readonly number[];

function varint(value: number): Bytes {
  const out: number[] = [];
  let left = value;
  while (left > 127) {
    out.push((left % 128) | 128);
    left = Math.floor(left / 128);
  }
  return [...out, left];
}

const number = (field: number, value: number): Bytes => [...varint(field * 8), ...varint(value)];

function bytes(field: number, value: Bytes | Uint8Array): Bytes {
  return [...varint(field * 8 + 2), ...varint(value.length), ...value];
}

const text = (field: number, value: string): Bytes => bytes(field, new TextEncoder().encode(value));

const ints = (name: string, values: readonly number[]): Bytes =>
  // AttributeProto: name, the numbers, type INTS.
  bytes(5, [...text(1, name), ...values.flatMap((v) => number(8, v)), ...number(20, 7)]);

const int = (name: string, value: number): Bytes =>
  bytes(5, [...text(1, name), ...number(3, value), ...number(20, 2)]);

interface Node {
  readonly op: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly attributes: Bytes;
}

const node = ({ op, from, to, attributes }: Node): Bytes =>
  bytes(1, [...from.flatMap((f) => text(1, f)), ...text(2, to), ...text(4, op), ...attributes]);

/** TensorProto of 32-bit floats. */
function weights(name: string, dims: readonly number[], values: readonly number[]): Bytes {
  const raw = new Uint8Array(new Float32Array(values).buffer);
  return bytes(5, [
    ...dims.flatMap((d) => number(1, d)),
    ...number(2, 1),
    ...text(8, name),
    ...bytes(9, raw),
  ]);
}

/** ValueInfoProto of a float tensor; a dimension that is text may be of any size. */
function value(field: number, name: string, dims: readonly (number | string)[]): Bytes {
  const shape = dims.flatMap((d) => bytes(1, typeof d === "number" ? number(1, d) : text(2, d)));
  const tensor = [...number(1, 1), ...bytes(2, shape)];
  return bytes(field, [...text(1, name), ...bytes(2, bytes(1, tensor))]);
}

export interface StandIn {
  readonly height: number;
  /** A name for any width. */
  readonly width: number | string;
  /** Columns per step. */
  readonly stride: number;
  /** Per class: score = slope × mean of the stretch (black -1, white 1) + offset. */
  readonly classes: readonly { readonly slope: number; readonly offset: number }[];
  /** Shares that add up to 1 (PP-OCR) instead of plain scores (PARSeq). */
  readonly softmax: boolean;
}

/** Input [1, 3, height, width], output [1, steps, classes]. */
export function standInModel(model: StandIn): Uint8Array {
  const { height, stride, classes } = model;
  const area = height * stride;
  const kernel = classes.flatMap(({ slope }) =>
    Array.from({ length: 3 * area }, (_, i) => (i < area ? slope / area : 0)),
  );
  const last = model.softmax ? "turned" : "scores";
  const graph = [
    ...node({
      op: "Conv",
      from: ["x", "w", "b"],
      to: "map",
      attributes: [...ints("kernel_shape", [height, stride]), ...ints("strides", [height, stride])],
    }),
    ...node({ op: "Squeeze", from: ["map"], to: "rows", attributes: ints("axes", [2]) }),
    ...node({ op: "Transpose", from: ["rows"], to: last, attributes: ints("perm", [0, 2, 1]) }),
    ...(model.softmax
      ? node({ op: "Softmax", from: [last], to: "scores", attributes: int("axis", 2) })
      : []),
    ...text(2, "stand-in"),
    ...weights("w", [classes.length, 3, height, stride], kernel),
    ...weights(
      "b",
      [classes.length],
      classes.map((c) => c.offset),
    ),
    ...value(11, "x", [1, 3, height, model.width]),
    ...value(12, "scores", [1, "steps", classes.length]),
  ];
  // ModelProto: ir_version 7, one graph, opset 11.
  return new Uint8Array([...number(1, 7), ...bytes(7, graph), ...bytes(8, number(2, 11))]);
}
