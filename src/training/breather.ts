/**
 * A way for a worker to be called back at once, after the messages that wait have been heard. It goes through a message
 * channel: timers are held back to 4 ms each once they nest, which would cost half of a training.
 */
export function createBreather(): (callback: () => void) => void {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => {
    waiting.shift()?.();
  };
  return (callback) => {
    waiting.push(callback);
    channel.port2.postMessage(null);
  };
}
