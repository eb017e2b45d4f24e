/** A lesson's prose, compiled from MDX; what its tags mean is given to it. */
declare module '*.mdx' {
  import type { ComponentType } from 'react';

  const Prose: ComponentType<{ readonly components: Readonly<Record<string, unknown>> }>;
  export default Prose;
}
