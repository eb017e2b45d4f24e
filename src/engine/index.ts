/** The engine as a library: tensors, graphs, programs, recordings, training. No package, no DOM. */

export { GraphError, ShapeError } from './errors';
export { broadcastShapes, formatShape, sameShape, sizeOf, type Shape } from './shape';
export { tensor, zeros, type NestedNumbers, type Tensor } from './tensor';
export { edgeId, edgesOf, isLeaf, type Attributes, type Edge, type Graph, type GraphNode, type Leaf, type Operation, type Role } from './graph';
export { portName, SINCE, type LocalDerivative, type Op, type Operand, type TexNames, type Working } from './op';
export { findOp, OPS } from './ops';
export { dependentsOf, leadingTo } from './reach';
export { scalarCall } from './scalarCall';
export { topologicalSort } from './sort';
export { compile, Program, type CompileOptions } from './program';
export { record, recordSort, type RecordOptions } from './record';
export { PHASES, type Phase, type Recording, type Step } from './recording';
export { sgdUpdate } from './sgd';
export { norm } from './norm';
export { firstNonFinite, firstNonFiniteCell, type NonFinite } from './finite';
export { faultOf, type Fault, type FaultInput, type GradientFault, type ValueFault } from './fault';
export { maskUnknown, unknownAfter, type Unknown } from './unknown';
export { Random } from './random';
export { BATCH_ORDERS, type BatchOrder } from './batches';
export type { Evaluator } from './evaluator';
export { Trainer, type Divergence, type TrainerOptions, type TrainerState } from './trainer';
export { checkEntries, checkGradient, type CheckedEntry, type GradientCheck, type GradientCheckOptions } from './gradientCheck';
export { Probe, type GridRanges, type Range } from './probe';
export { stationaryKind, type StationaryKind } from './stationary';
export { Descent, type DescentOptions, type DescentOutcome } from './descent';
export { nearestName } from './suggest';
