// Turns the import table into rules: layers, front doors, vendor owners, no runtime cycles.
import { rooms, vendors, vendorsForAll } from "./.import-table.mjs";

const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const roomNames = Object.keys(rooms);
const inRoom = (room) => `^${literal(room)}/`;
const product = roomNames.map(inRoom);
const inPackage = (name) => `node_modules/(@types/)?${literal(name)}/`;
// An owner is a room or the stem of a driver's file.
const inOwner = (owner) => (roomNames.includes(owner) ? inRoom(owner) : `^${literal(owner)}`);

const layerRules = roomNames.map((room) => ({
  name: `layer:${room}`,
  comment: `${room} may import: ${rooms[room].join(", ") || "no other room"} (see .import-table.mjs)`,
  severity: "error",
  from: { path: inRoom(room) },
  to: {
    path: product,
    pathNot: [room, ...rooms[room]].map(inRoom),
  },
}));

const frontDoorRules = roomNames.map((room) => ({
  name: `front-door:${room}`,
  comment: `${room} is entered through its index.ts only`,
  severity: "error",
  from: { path: product, pathNot: inRoom(room) },
  to: { path: inRoom(room), pathNot: `^${literal(room)}/index\\.ts$` },
}));

const vendorRules = Object.entries(vendors).map(([name, owners]) => ({
  name: `vendor:${name}`,
  comment: `${name} is imported only in: ${owners.join(", ")}`,
  severity: "error",
  from: { path: product, pathNot: owners.map(inOwner) },
  to: { path: inPackage(name) },
}));

export default {
  forbidden: [
    {
      name: "no-circular",
      comment: "Files must not need each other to be loaded (types and lazy imports are let pass)",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only", "dynamic-import"] } },
    },
    {
      name: "no-test-in-product",
      severity: "error",
      from: { path: product },
      to: { path: "^test/" },
    },
    {
      name: "vendor-without-owner",
      comment: "Add the package to .import-table.mjs with the room that owns it",
      severity: "error",
      from: { path: product },
      to: {
        path: "node_modules/",
        pathNot: [...Object.keys(vendors), ...vendorsForAll, "@types/node"].map(inPackage),
      },
    },
    {
      name: "resolvable",
      severity: "error",
      from: { path: product },
      to: { couldNotResolve: true },
    },
    ...layerRules,
    ...frontDoorRules,
    ...vendorRules,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|\\.cache|coverage)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".mts", ".js", ".mjs", ".cjs", ".json"],
      mainFields: ["module", "main", "types"],
    },
  },
};
