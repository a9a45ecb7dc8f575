# SPDX-License-Identifier: MIT
"""The batches that every contestant works on: pixel() and Batches of ../job.hpp and
../workload.hpp, in numpy."""
import numpy

RING = 8
CHECKED_STEPS = 5


def images(batch, shape):
    """The ring of batches, as one array (RING, batch, *shape)."""
    k = numpy.arange(RING * batch * int(numpy.prod(shape)), dtype=numpy.uint32)
    k *= numpy.uint32(2654435761)
    k ^= k >> numpy.uint32(15)
    k *= numpy.uint32(2246822519)
    k ^= k >> numpy.uint32(13)
    values = (k >> numpy.uint32(8)).astype(numpy.float32) * numpy.float32(2.0 ** -24)
    return values.reshape(RING, batch, *shape)


def labels(batch, classes):
    """The classes of the ring, (RING, batch)."""
    return (numpy.arange(RING * batch, dtype=numpy.int64) % classes).reshape(RING, batch)


def checked(batches, outputs):
    """Those of the batches whose outputs are compared: checked_batches() of ../job.hpp."""
    return batches[:1] if outputs > 100 else batches
