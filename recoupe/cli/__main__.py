"""`python -m recoupe.cli`: the same as `recoupe`."""

from recoupe.cli import main

main()
