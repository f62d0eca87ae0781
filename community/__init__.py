"""One town's book of neighbours who ask for help and neighbours who give it, and all that is done with it."""
