import type { SettingsStore } from '../../store/settings';
import type { OpenedWay } from '../App';

export function openCircuit(_settings: SettingsStore, _storage: () => Storage): OpenedWay {
  throw new Error('not yet');
}
