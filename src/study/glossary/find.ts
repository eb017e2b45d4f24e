import type { Recording } from '../../engine';
import type { Shown } from '../../lessons/glossary/word';
import type { Found } from './found';
import { gradientsOf, pathsHere, sharedOf, updatedIn } from './inBackwardPass';
import {
  computing,
  edgesHere,
  everythingOf,
  inboundOf,
  leavesOf,
  nodesOf,
  ofRank,
  ofRole,
  operationsOf,
  orderOf,
  outboundOf,
  outputOf,
  readOn,
  shapesOf,
} from './inGraph';
import { batchOf, comparedAs, featuresOf, layersHere } from './inNetwork';

/** What a word speaks of on the graph of a recording; undefined where there is no such thing. */
export function find(recording: Recording, shown: Exclude<Shown, { readonly by: 'nothing' | 'factors' }>): Found | undefined {
  switch (shown.by) {
    case 'everything':
      return everythingOf(recording);
    case 'nodes':
      return nodesOf(recording);
    case 'edges':
      return edgesHere(recording);
    case 'leaves':
      return leavesOf(recording);
    case 'operations':
      return operationsOf(recording);
    case 'role':
      return ofRole(recording, shown);
    case 'ops':
      return computing(recording, shown);
    case 'port':
      return readOn(recording, shown);
    case 'output':
      return outputOf(recording);
    case 'inbound':
      return inboundOf(recording);
    case 'outbound':
      return outboundOf(recording);
    case 'shared':
      return sharedOf(recording);
    case 'layers':
      return layersHere(recording, shown);
    case 'rank':
      return ofRank(recording, shown);
    case 'shapes':
      return shapesOf(recording);
    case 'batch':
      return batchOf(recording);
    case 'features':
      return featuresOf(recording);
    case 'compared':
      return comparedAs(recording, shown);
    case 'gradients':
      return gradientsOf(recording);
    case 'paths':
      return pathsHere(recording);
    case 'order':
      return orderOf(recording);
    case 'update':
      return updatedIn(recording);
  }
}
