"""The features of Cổng Tin: one package each, over `plugins.core`."""

import os

# The threads of numpy for linear algebra, which nothing here needs, would stand in the way of
# forking; it asks this once, when it is imported for the first time.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
