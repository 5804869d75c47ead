"""The desk: a case read in the browser, on the own machine."""
