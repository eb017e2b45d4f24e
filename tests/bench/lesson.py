"""The training of the benchmark in NumPy, in the manner of the lesson: a class a node, gradients in a dict per node.

Reads lines such as "4600 drawn", trains so many steps from the initial weights, with batches that it draws or that are
listed in the job, and answers each line with a line: CPU seconds and the mean loss of the last 46 steps.
"""

import json
import sys
import time

import numpy as np


class Node:
    def __init__(self, inbound=()):
        self.inbound = list(inbound)
        self.outbound = []
        self.value = None
        self.gradients = {}
        for node in self.inbound:
            node.outbound.append(self)


class Input(Node):
    def forward(self):
        pass

    def backward(self):
        self.gradients = {self: 0}
        for node in self.outbound:
            self.gradients[self] += node.gradients[self] * 1


class Linear(Node):
    def __init__(self, X, W, b):
        super().__init__([X, W, b])

    def forward(self):
        X, W, b = self.inbound
        self.value = np.dot(X.value, W.value) + b.value

    def backward(self):
        X, W, b = self.inbound
        self.gradients = {node: np.zeros_like(node.value) for node in self.inbound}
        for node in self.outbound:
            upstream = node.gradients[self]
            self.gradients[X] += np.dot(upstream, W.value.T)
            self.gradients[W] += np.dot(X.value.T, upstream)
            self.gradients[b] += np.sum(upstream, axis=0)


class Sigmoid(Node):
    def __init__(self, x):
        super().__init__([x])

    def forward(self):
        self.value = 1.0 / (1.0 + np.exp(-self.inbound[0].value))

    def backward(self):
        self.gradients = {node: np.zeros_like(node.value) for node in self.inbound}
        for node in self.outbound:
            self.gradients[self.inbound[0]] += self.value * (1 - self.value) * node.gradients[self]


class MSE(Node):
    def __init__(self, y, a):
        super().__init__([y, a])

    def forward(self):
        # Reshaped as in the lesson, so that targets in a row and predictions in a column do not broadcast.
        columns = self.inbound[1].value.shape[1]
        y = self.inbound[0].value.reshape(-1, columns)
        a = self.inbound[1].value.reshape(-1, columns)
        self.size = a.size
        self.difference = y - a
        self.value = np.mean(np.square(self.difference))

    def backward(self):
        y, a = self.inbound
        self.gradients[y] = (2 / self.size) * self.difference
        self.gradients[a] = (-2 / self.size) * self.difference


def topological_sort(inputs):
    """Kahn's algorithm from the inputs."""
    waiting = {}
    order = list(inputs)
    for node in order:
        for reader in node.outbound:
            waiting[reader] = waiting.get(reader, len(reader.inbound)) - 1
            if waiting[reader] == 0:
                order.append(reader)
    return order


def train(job, arrays, steps, listed):
    X, y, W1, b1, W2, b2 = (Input() for _ in range(6))
    cost = MSE(y, Linear(Sigmoid(Linear(X, W1, b1)), W2, b2))
    W1.value, W2.value = arrays["W1"].copy(), arrays["W2"].copy()
    b1.value, b2.value = np.zeros(W1.value.shape[1]), np.zeros(W2.value.shape[1])
    graph = topological_sort([X, y, W1, b1, W2, b2])
    batches, features, target = arrays["batches"], arrays["features"], arrays["target"]
    losses = []
    begun = time.process_time()
    for step in range(steps):
        rows = batches[step % len(batches)] if listed else np.random.randint(0, len(features), batches.shape[1])
        X.value, y.value = features[rows], target[rows]
        for node in graph:
            node.forward()
        for node in reversed(graph):
            node.backward()
        for parameter in (W1, b1, W2, b2):
            parameter.value -= job["learningRate"] * parameter.gradients[parameter]
        losses.append(cost.value)
    seconds = time.process_time() - begun
    return {"seconds": seconds, "loss": float(np.mean(losses[-46:]))}


def main():
    folder = sys.argv[1]
    with open(f"{folder}/job.json", encoding="utf-8") as file:
        job = json.load(file)
    arrays = {
        name: np.fromfile(f"{folder}/{name}", dtype=job["types"][name]).reshape(shape)
        for name, shape in job["shapes"].items()
    }
    print(json.dumps({"numpy": np.__version__}), flush=True)
    for line in sys.stdin:
        steps, batches = line.split()
        print(json.dumps(train(job, arrays, int(steps), batches == "listed")), flush=True)


main()
