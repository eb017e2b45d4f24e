import { useMiniflow } from '../context';
import { WalkInspector } from '../inspector/WalkInspector';
import { NoGraphYet } from './NoGraphYet';
import { useAxisNames } from './useAxisNames';

const NO_GRAPH_YET = <NoGraphYet />;

/** The inspector of what is selected in the network, at the moment that is shown. */
export function NetworkInspector() {
  const { checkGradient } = useMiniflow();
  return <WalkInspector names={useAxisNames()} checkGradient={checkGradient} instead={NO_GRAPH_YET} />;
}
