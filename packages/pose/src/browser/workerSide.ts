// What a worker of an app's own needs: servePose with the observers it wants.
export { bandObservers } from "./bandInWorker.ts";
export { type NamedObserver, type ObserverFactory, servePose, type WorkerScope } from "./poseService.ts";
