/** What is the same in every file, before the ops' own classes. */
export const NODE_CLASSES = `
class Node:
    """A node of the graph: what it reads, what reads it, its value and its gradient."""

    def __init__(self, name, *inbound_nodes):
        self.name = name
        self.inbound_nodes = inbound_nodes
        # Who reads this node, and on which port: whoever reads it twice stands here twice.
        self.outbound_nodes = []
        for port, node in enumerate(inbound_nodes):
            node.outbound_nodes.append((self, port))
        self.value = None
        # The gradient of the output with respect to this node: the sum of all that comes back to it.
        self.gradient = None
        # What this node sends back through each of its ports.
        self.gradients = {}

    def values(self):
        return [node.value for node in self.inbound_nodes]

    def forward(self):
        raise NotImplementedError

    def backward(self):
        raise NotImplementedError


class Input(Node):
    """A node that reads nothing: its value is fed."""

    def forward(self):
        pass

    def backward(self):
        pass`;

/** The lines of `PASSES` in which something of an iteration happens. */
export const FIRST_READY = '    ready = deque(feed_dict)';
export const EMITTED = '        order.append(node)';
export const RELEASED = '            waiting[reader] = waiting.get(reader, len(reader.inbound_nodes)) - 1';
export const READY = '                ready.append(reader)';
export const SEEDED = '    output.gradient = np.ones_like(output.value)';

/** The sort and the two passes, behind the ops' own classes. */
export const PASSES = `
def topological_sort(feed_dict):
    """Feeds the inputs and orders the nodes by Kahn's algorithm: each one stands behind all that it reads."""
    for node, value in feed_dict.items():
        node.value = value
    order = []
    waiting = {}
${FIRST_READY}
    while ready:
        node = ready.popleft()
${EMITTED}
        for reader, port in node.outbound_nodes:
${RELEASED}
            if waiting[reader] == 0:
${READY}
    unready = [reader.name for reader, edges in waiting.items() if edges > 0]
    if unready:
        raise ValueError("not every input is fed of " + ", ".join(unready))
    return order


def forward_and_backward(graph, output):
    """Every value, in the order of the graph; then the gradient of the output with respect to every node, in reverse."""
    for node in graph:
        node.forward()
    for node in graph:
        node.gradient = np.zeros_like(node.value)
${SEEDED}
    leading = {output}
    for node in reversed(graph):
        if node not in leading:
            continue
        leading.update(node.inbound_nodes)
        node.backward()
        for port, gradient in node.gradients.items():
            inbound = node.inbound_nodes[port]
            inbound.gradient = inbound.gradient + gradient`;

/** The line of `UPDATE` in which a parameter moves. */
export const UPDATED = '        node.value = node.value - learning_rate * node.gradient';

export const UPDATE = `
def sgd_update(trainables, learning_rate):
    """One step of gradient descent. Each value becomes a new array: whoever fed the old one keeps it."""
    for node in trainables:
${UPDATED}`;
