"""With what the pipelines multiply matrices, which is most of their work."""

from collections.abc import Iterator
from contextlib import contextmanager

from thinc.api import use_ops
from threadpoolctl import threadpool_limits


@contextmanager
def fast() -> Iterator[None]:
    """Have pipelines that are opened or trained here multiply by numpy, on one core.

    numpy's OpenBLAS is up to three times as fast as BLIS, which thinc takes unless told
    otherwise. On matrices as small as those of a text, more threads than one get in each other's
    way; one reading is the work of one core, and the limit holds for the process from here on.
    """
    threadpool_limits(limits=1, user_api="blas")
    with use_ops("numpy", use_blis=False):
        yield
