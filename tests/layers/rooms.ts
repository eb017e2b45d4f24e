import { importsOf, type Sources } from './imports';

/** A folder of `src/` and the packages that its files may import; `@scope/*` allows a whole scope. */
interface Room {
  readonly name: string;
  readonly packages: readonly string[];
}

/** The rooms of the house. A file may import from its own room and from those before it. */
const ROOMS: readonly Room[] = [
  { name: 'engine', packages: [] },
  { name: 'expression', packages: ['mathjs'] },
  { name: 'datasets', packages: ['d3-dsv'] },
  // Prose is MDX, which compiles to components.
  { name: 'lessons', packages: ['react'] },
  { name: 'scene', packages: ['d3-dag'] },
  { name: 'study', packages: [] },
  { name: 'training', packages: [] },
  { name: 'interchange', packages: [] },
  { name: 'draw', packages: ['d3'] },
  { name: 'store', packages: ['idb-keyval', 'zustand'] },
  { name: 'ui', packages: ['react', 'react-dom', 'katex'] },
  { name: 'main', packages: ['react', 'react-dom', '@fontsource-variable/*'] },
];

/** Folders named after what their files are instead of what they are about. */
const HOLLOW = ['utils', 'helpers', 'types', 'hooks'];

/** Every file that stands in no room or imports what its room may not, one sentence each. */
export function roomViolations(sources: Sources, rooms: readonly Room[] = ROOMS): string[] {
  const rank = new Map(rooms.map((room, index) => [room.name, index]));
  return [...sources.keys()].flatMap((file) => {
    const room = rooms[rank.get(roomOf(file)) ?? -1];
    if (!room) return [`${file} stands in no room`];
    return importsOf(file, sources).flatMap((one) => {
      if ('package' in one) {
        return mayImport(room, one.package) ? [] : [`${file} imports the package ${one.package}, which ${room.name} may not`];
      }
      const target = roomOf(one.file);
      const reachable = (rank.get(target) ?? Infinity) <= (rank.get(room.name) ?? -1);
      return reachable ? [] : [`${file} imports ${one.file}: from ${room.name} there is no way to ${target}`];
    });
  });
}

/** Every file under a folder with a hollow name, one sentence each. */
export function hollowFolders(sources: Sources): string[] {
  return [...sources.keys()].flatMap((file) => {
    const hollow = file.split('/').slice(0, -1).find((folder) => HOLLOW.includes(folder));
    return hollow === undefined ? [] : [`${file} lies in a folder called ${hollow}`];
  });
}

/** `src/engine/ops/add.ts` is in `engine`; `src/main.tsx` is a room of its own; outside `src/` the path itself is given. */
function roomOf(file: string): string {
  const [top, room = '', ...rest] = file.split('/');
  if (top !== 'src') return file;
  return rest.length === 0 ? room.replace(/\.\w+$/, '') : room;
}

function mayImport(room: Room, name: string): boolean {
  return room.packages.some((one) => one === name || (one.endsWith('/*') && name.startsWith(one.slice(0, -1))));
}
