"""Tests of `community/jobs`."""
