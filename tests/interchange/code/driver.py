"""Runs generated files and says what they compute. Reads a list of jobs from standard input, writes a list of results."""
import contextlib
import io
import json
import sys
import traceback
import warnings

import numpy as np


def exactly(value):
    """Shape and bytes of an array of doubles."""
    if hasattr(value, "detach"):
        value = value.detach().numpy()
    array = np.asarray(value)
    assert array.dtype == np.float64, f"{array.dtype} instead of float64"
    return {"shape": list(array.shape), "bytes": array.tobytes().hex()}


def of_lesson(names, scope, job):
    graph = scope["graph"]
    scope["forward_and_backward"](graph, scope[job["output"]])
    result = {
        "order": [node.name for node in graph],
        "values": {name: exactly(scope[name].value) for name in names},
        "gradients": {name: exactly(scope[name].gradient) for name in job["reached"]},
    }
    if "sgd_update" in scope:
        scope["sgd_update"](scope["trainables"], scope["learning_rate"])
    result["next"] = {name: exactly(scope[name].value) for name in job["updated"]}
    return result


def of_numpy(names, scope, job):
    return {
        "values": {name: exactly(scope[name]) for name in names},
        "gradients": {name: exactly(scope["grad_" + name]) for name in job["reached"]},
        "next": {name: exactly(scope["next_" + name]) for name in job["updated"]},
    }


def of_torch(names, scope, job):
    import torch

    def gradient(name):
        tensor = scope[name]
        return torch.zeros_like(tensor) if tensor.grad is None else tensor.grad

    return {
        "values": {name: exactly(scope[name]) for name in names},
        "gradients": {name: exactly(gradient(name)) for name in job["reached"]},
        "next": {name: exactly(scope["next_" + name]) for name in job["updated"]},
    }


READERS = {"Python": of_lesson, "NumPy": of_numpy, "PyTorch": of_torch}


def run(job):
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        try:
            code = compile(job["source"], job["style"] + ".py", "exec")
            # As a program, which prints; then as a module, whose names are looked at.
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                exec(code, {"__name__": "__main__"})
            scope = {"__name__": "generated"}
            exec(code, scope)
            result = READERS[job["style"]](job["names"], scope, job)
            result["printed"] = printed.getvalue()
        except Exception:
            return {"failure": traceback.format_exc()}
    result["warnings"] = sorted({str(one.message) for one in heard})
    return result


json.dump([run(job) for job in json.load(sys.stdin)], sys.stdout)
