/** PDFs that swell when they are unpacked, and pages that would be drawn for ever. */
import type { HostileFile } from "./hostile-file.ts";
import { deflated, grey, image, onePage, pageOf, stream } from "./pdf-writer.ts";

/** Megabytes of blanks that unpack from a few kilobytes. */
const bomb = (megabytes: number): Uint8Array => Buffer.alloc(megabytes * 2 ** 20, 0x20);

export const hostileDrawings: readonly HostileFile[] = [
  // Swelling
  {
    name: "bomb-content.pdf",
    expect: "either",
    bytes: () => pageOf([stream("/Filter/FlateDecode", deflated(bomb(96)))]),
  },
  {
    name: "bomb-twice.pdf",
    expect: "either",
    bytes: () => pageOf([stream("/Filter[/FlateDecode/FlateDecode]", deflated(bomb(96), 2))]),
  },
  {
    name: "bomb-run-length.pdf",
    expect: "either",
    bytes: () =>
      pageOf([
        stream("/Filter[/FlateDecode/RunLengthDecode]", deflated(Buffer.alloc(2 ** 21, 0x81))),
      ]),
  },
  {
    name: "bomb-ascii.pdf",
    expect: "either",
    bytes: () => pageOf([stream("/Filter[/ASCII85Decode]", "z".repeat(400_000))]),
  },
  {
    name: "picture-30000.pdf",
    expect: "refused",
    bytes: () =>
      image(`/Width 30000/Height 30000${grey}/Filter/FlateDecode`, deflated(Buffer.alloc(1000))),
  },
  {
    name: "picture-lies-about-size.pdf",
    expect: "either",
    bytes: () =>
      image(`/Width 4000/Height 5000${grey}/Filter/FlateDecode`, deflated(Buffer.alloc(100))),
  },
  {
    name: "picture-negative.pdf",
    expect: "either",
    bytes: () => image(`/Width -10/Height 10${grey}`, "x"),
  },
  {
    name: "picture-of-zero.pdf",
    expect: "either",
    bytes: () => image(`/Width 0/Height 0${grey}`, "x"),
  },
  {
    name: "picture-bits-64.pdf",
    expect: "either",
    bytes: () => image("/Width 9/Height 9/ColorSpace/DeviceRGB/BitsPerComponent 64", "x"),
  },
  {
    name: "picture-no-jpeg.pdf",
    expect: "either",
    bytes: () => image(`/Width 90/Height 90${grey}/Filter/DCTDecode`, "\xff\xd8\xff\xe0no"),
  },
  {
    name: "picture-no-jpx.pdf",
    expect: "either",
    bytes: () => image("/Width 90/Height 90/Filter/JPXDecode", "\x00\x00\x00\x0cjP  \r\n\x87\nno"),
  },
  {
    name: "picture-no-jbig2.pdf",
    expect: "either",
    bytes: () =>
      image(
        `/Width 90/Height 90/ImageMask true/Filter/JBIG2Decode`,
        "\x00\x00\x00\x00\x30\x00\x01",
      ),
  },
  {
    name: "picture-jbig2-huge.pdf",
    expect: "either",
    bytes: () =>
      image(
        "/Width 90/Height 90/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode",
        "\x00\x00\x00\x00\x30\x00\x01\x00\x00\x00\x13\x7f\xff\xff\xff\x7f\xff\xff\xff\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
      ),
  },
  {
    name: "picture-fax-huge.pdf",
    expect: "refused",
    bytes: () =>
      image(
        "/Width 60000/Height 60000/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 60000/Rows 60000>>",
        "\x00\x01",
      ),
  },
  {
    name: "picture-fax-lies.pdf",
    expect: "either",
    bytes: () =>
      image(
        "/Width 900/Height 900/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K 4/Columns 2000000000/Rows -5>>",
        "\x00\x01\x02\x03",
      ),
  },
  {
    name: "picture-masked-by-itself.pdf",
    expect: "either",
    bytes: () => image(`/Width 2/Height 2${grey}/SMask 5 0 R`, "abcd"),
  },
  {
    name: "colours-of-themselves.pdf",
    expect: "either",
    bytes: () =>
      pageOf(
        [stream("", "/C cs 1 scn 0 0 500 500 re f"), "[/Indexed 5 0 R 255 (x)]"],
        "/Resources<</ColorSpace<</C 5 0 R>>>>",
      ),
  },
  // Looping and drawing for ever
  {
    name: "form-draws-itself.pdf",
    expect: "either",
    bytes: () =>
      onePage(
        "/X Do",
        stream(
          "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 5 0 R>>>>",
          "/X Do /X Do",
        ),
      ),
  },
  {
    name: "pattern-of-itself.pdf",
    expect: "either",
    bytes: () =>
      pageOf(
        [
          stream("", "/Pattern cs /P scn 0 0 595 842 re f"),
          stream(
            "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<</Pattern<</P 5 0 R>>>>",
            "/Pattern cs /P scn 0 0 9 9 re f",
          ),
        ],
        "/Resources<</Pattern<</P 5 0 R>>>>",
      ),
  },
  {
    name: "pattern-of-dust.pdf",
    expect: "either",
    bytes: () =>
      pageOf(
        [
          stream("", "/Pattern cs /P scn 0 0 595 842 re f"),
          stream(
            "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.01/YStep 0.01/Resources<<>>",
            "0 0 1 1 re f",
          ),
        ],
        "/Resources<</Pattern<</P 5 0 R>>>>",
      ),
  },
  {
    name: "a-million-lines.pdf",
    expect: "either",
    bytes: () => onePage("0 0 m 595 842 l S\n".repeat(300_000)),
  },
  {
    name: "curves-without-end.pdf",
    expect: "either",
    bytes: () => onePage(`0 0 m ${"595 842 0 842 595 0 c ".repeat(60_000)} B*`),
  },
  {
    name: "dashes.pdf",
    expect: "either",
    bytes: () => onePage("[0.001 0.001] 0 d 0.1 w 0 0 m 595 842 l S 0 842 m 595 0 l S"),
  },
  { name: "deep-states.pdf", expect: "either", bytes: () => onePage("q ".repeat(500_000)) },
  {
    name: "clips.pdf",
    expect: "either",
    bytes: () => onePage("0 0 500 500 re W n ".repeat(100_000)),
  },
  {
    name: "letters-in-a-circle.pdf",
    expect: "either",
    bytes: () =>
      pageOf(
        [
          stream("", "BT /F 40 Tf 50 50 Td (aaaa) Tj ET"),
          "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 97/LastChar 97/Widths[9]/Encoding<</Differences[97/a]>>/CharProcs<</a 6 0 R>>/Resources<</Font<</F 5 0 R>>>>>>",
          stream("", "9 0 d0 BT /F 1 Tf (aaaa) Tj ET"),
        ],
        "/Resources<</Font<</F 5 0 R>>>>",
      ),
  },
  {
    name: "font-of-nonsense.pdf",
    expect: "either",
    bytes: () =>
      pageOf(
        [
          stream("", "BT /F 40 Tf 50 50 Td (aaaa) Tj ET"),
          "<</Type/Font/Subtype/TrueType/BaseFont/A/FontDescriptor 6 0 R>>",
          "<</Type/FontDescriptor/FontName/A/Flags 4/FontFile2 7 0 R>>",
          stream("/Length1 9", "\x00\x01\x00\x00\xff\xff\xff\xff"),
        ],
        "/Resources<</Font<</F 5 0 R>>>>",
      ),
  },
  {
    name: "shading-without-end.pdf",
    expect: "either",
    bytes: () =>
      pageOf(
        [
          stream("", "/S sh ".repeat(400)),
          "<</ShadingType 1/ColorSpace/DeviceGray/Domain[0 1e9 0 1e9]/Function<</FunctionType 2/Domain[0 1]/N 1e9>>>>",
        ],
        "/Resources<</Shading<</S 5 0 R>>>>",
      ),
  },
  {
    name: "function-too-large.pdf",
    expect: "either",
    bytes: () =>
      pageOf(
        [
          stream("", "/S sh"),
          "<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 9 9]/Function 6 0 R>>",
          stream("/FunctionType 0/Domain[0 1]/Range[0 1]/Size[2147483647]/BitsPerSample 32", "x"),
        ],
        "/Resources<</Shading<</S 5 0 R>>>>",
      ),
  },
];
