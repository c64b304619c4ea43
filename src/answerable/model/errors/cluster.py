"""Several machines that are to answer together."""

from answerable.model.errors.base import ClusterError


class RayMissing(ClusterError):
    code = "ray-missing"
    happened = "Ray, which spreads work over several machines, is not installed here."
    kept = "Nobody was asked about and nothing was written."
    todo = "Install Answerable with its extra “ray” on every machine, or leave out --ray."


class ClusterUnreachable(ClusterError):
    code = "cluster-unreachable"
    happened = "No Ray cluster answers at {address}: {why}."
    kept = "Nobody was asked about and nothing was written."
    todo = "Start this machine as one of the cluster, as docs/screen-at-scale.md says, or leave out --ray."


class ClusterDiffers(ClusterError):
    code = "cluster-differs"
    happened = "The machine {node} of the cluster has another Answerable than this one."
    kept = "Nothing was written."
    todo = "Install the same version on every machine, each with or each without the names kernel."


class ClusterLost(ClusterError):
    code = "cluster-lost"
    happened = "The cluster gave up on some of the names: {why}."
    kept = "Nothing was written."
    todo = "See that every machine has Answerable and memory enough for the index, and ask again."


class ListNotPublic(ClusterError):
    code = "list-not-public"
    happened = "The names of {list} are no official list, and do not leave this machine."
    kept = "Nothing was sent to another machine."
    todo = "Name the official lists with --list, or leave out --ray."
