/** The units of CONVERT: what they measure, how much they are, and whether a metric prefix may stand before them. */

export interface Unit {
  readonly kind: string;
  /** How many of the kind's first unit one of these is. */
  readonly factor: number;
  /** The power that a prefix is raised to (km2 is a million m2); 0: no prefix. */
  readonly prefixPower: number;
  readonly binary: boolean;
}

/** name[,name]=factor; "*" (*2, *3 for areas and volumes) stands behind a name that takes prefixes. */
const listed: Readonly<Record<string, string>> = {
  mass: "g*=1 sg=14593.9029372064 lbm=453.59237 u*=1.66053100460465e-24 ozm=28.349523125 grain=0.06479891 cwt,shweight=45359.237 uk_cwt,lcwt,hweight=50802.34544 stone=6350.29318 ton=907184.74 uk_ton,LTON,brton=1016046.9088",
  length:
    "m*=1 mi=1609.344 Nmi=1852 in=0.0254 ft=0.3048 yd=0.9144 ang*=1e-10 ell=1.143 ly*=9460730472580800 parsec*,pc*=30856775812815500 Picapt,Pica=0.00035277777777777776 pica=0.004233333333333333 survey_mi=1609.347218694437",
  time: "sec*,s*=1 mn,min=60 hr=3600 day,d=86400 yr=31557600",
  pressure: "Pa*,p*=1 atm*,at*=101325 mmHg*=133.322 psi=6894.757293168361 Torr*=133.3223684210526",
  force: "N*=1 dyn*,dy*=1e-5 lbf=4.4482216152605 pond*=0.00980665",
  energy:
    "J*=1 e*=1e-7 c*=4.184 cal*=4.1868 eV*,ev*=1.602176487e-19 HPh,hh=2684519.537696173 Wh*,wh*=3600 flb=1.3558179483314 BTU,btu=1055.05585262",
  power: "W*,w*=1 HP,h=745.6998715822702 PS=735.49875",
  magnetism: "T*=1 ga*=0.0001",
  volume:
    "l*,L*,lt*=1 tsp=0.00492892159375 tspm=0.005 tbs=0.01478676478125 oz=0.0295735295625 cup=0.2365882365 pt,us_pt=0.473176473 uk_pt=0.56826125 qt=0.946352946 uk_qt=1.1365225 gal=3.785411784 uk_gal=4.54609 ang3*3,ang^3*3=1e-27 barrel=158.987294928 bushel=35.23907016688 ft3,ft^3=28.316846592 in3,in^3=0.016387064 ly3,ly^3=8.467866646237152e+50 m3*3,m^3*3=1000 mi3,mi^3=4168181825440.58 yd3,yd^3=764.554857984 Nmi3,Nmi^3=6352182208000 Picapt3,Picapt^3,Pica3,Pica^3=4.390395661865569e-8 GRT,regton=2831.6846592 MTON=1132.67386368",
  area: "m2*2,m^2*2=1 ar*=100 ha=10000 uk_acre=4046.8564224 us_acre=4046.872609874252 ang2*2,ang^2*2=1e-20 ft2,ft^2=0.09290304 in2,in^2=0.00064516 ly2,ly^2=8.95054210748189e+31 Morgen=2500 mi2,mi^2=2589988.110336 Nmi2,Nmi^2=3429904 Picapt2,Pica2,Pica^2,Picapt^2=1.244521604938272e-7 yd2,yd^2=0.83612736",
  information: "bit*=1 byte*=8",
  speed:
    "m/s*,m/sec*=1 m/h*,m/hr*=0.0002777777777777778 mph=0.44704 kn=0.5144444444444445 admkn=0.5147733333333333",
};

/** Degrees of a scale as degrees Celsius: (n + offset) × times ÷ per. */
const temperatures: Readonly<Record<string, readonly [number, number, number]>> = {
  C: [0, 1, 1],
  cel: [0, 1, 1],
  K: [-273.15, 1, 1],
  kel: [-273.15, 1, 1],
  F: [-32, 5, 9],
  fah: [-32, 5, 9],
  Rank: [-491.67, 5, 9],
  Reau: [0, 5, 4],
};

/** A temperature in another scale; null when one of the names is none. */
export function converted(n: number, from: string, to: string): number | null {
  const [a, b] = [temperatures[from], temperatures[to]];
  if (!a || !b) return null;
  if (a === b || (a[0] === b[0] && a[2] === b[2])) return n;
  return ((((n + a[0]) * a[1]) / a[2]) * b[2]) / b[1] - b[0];
}

const metric: Readonly<Record<string, number>> = {
  Y: 1e24,
  Z: 1e21,
  E: 1e18,
  P: 1e15,
  T: 1e12,
  G: 1e9,
  M: 1e6,
  k: 1e3,
  h: 1e2,
  da: 10,
  e: 10,
  d: 0.1,
  c: 0.01,
  m: 1e-3,
  u: 1e-6,
  n: 1e-9,
  p: 1e-12,
  f: 1e-15,
  a: 1e-18,
  z: 1e-21,
  y: 1e-24,
};

const binary: readonly string[] = ["ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi"];

/** A name without its mark: "m2*2" is m2, whose prefix counts twice. */
function named(written: string): { name: string; power: number } {
  const [name = "", power] = written.split("*");
  return { name, power: power === undefined ? 0 : Number(power || 1) };
}

function unitsOf(kind: string, text: string): [string, Unit][] {
  return text.split(" ").flatMap((entry): [string, Unit][] => {
    const [names = "", factor = ""] = entry.split("=");
    return names.split(",").map((written) => {
      const { name, power } = named(written);
      const isInformation = kind === "information";
      return [name, { kind, factor: Number(factor), prefixPower: power, binary: isInformation }];
    });
  });
}

const units: ReadonlyMap<string, Unit> = new Map(
  Object.entries(listed).flatMap(([kind, text]) => unitsOf(kind, text)),
);

/** The unit of a name, letter case as it is written; null when there is none. */
export function unitOf(name: string): Unit | null {
  const plain = units.get(name);
  if (plain) return plain;
  for (const length of [1, 2]) {
    const unit = units.get(name.slice(length));
    if (!unit || unit.prefixPower === 0) continue;
    const prefix = name.slice(0, length);
    const power = binary.indexOf(prefix) + 1;
    if (unit.binary && power > 0) return { ...unit, factor: unit.factor * 1024 ** power };
    const times = metric[prefix];
    if (times !== undefined) return { ...unit, factor: unit.factor * times ** unit.prefixPower };
  }
  return null;
}
