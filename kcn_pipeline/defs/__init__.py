"""Dagster only: assets, checks, partitions, storage, jobs, schedules and sensors, each thin."""
