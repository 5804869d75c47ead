"""`python -m recoupe`: the same as `recoupe`."""

from recoupe.cli import main

main()
