using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (services = [(name = "main", worker = .main)]);

const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "workerd.js")],
  compatibilityDate = "2025-06-01",
);
