// Search without a server. A page that is opened as a file may start no worker, and the search of the site
// is one. Here it runs in a hidden frame, which is part of the page. Over http nothing of this happens.
(() => {
  if (location.protocol !== "file:") return;

  // What the worker finds inside the frame: `postMessage` answers the page, `importScripts` loads in order.
  const inside = `
    postMessage = data => frameElement.answer(data);
    importScripts = (...files) => files.reduce((before, file) => before.then(() => new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = file;
      script.onload = done;
      script.onerror = () => failed(new Error(file + " cannot be loaded"));
      document.head.append(script);
    })), Promise.resolve());`;

  class FrameWorker extends EventTarget {
    constructor(address) {
      super();
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.frame.title = "search";
      this.frame.answer = data => this.tell(this, data);
      this.ready = new Promise(done => { this.frame.onload = done; });
      const worker = new URL(address, document.baseURI).href.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
      this.frame.srcdoc = `<script>${inside}</` + `script><script src="${worker}"></` + "script>";
      document.body.append(this.frame);
    }

    // Like a real worker's, messages arrive later and as copies.
    tell(target, data) {
      const copy = structuredClone(data);
      setTimeout(() => target.dispatchEvent(new MessageEvent("message", {data: copy})));
    }

    postMessage(data) {
      this.ready.then(() => this.tell(this.frame.contentWindow, data));
    }

    terminate() {
      this.frame.remove();
    }
  }

  // The theme's worker looks for the second name, to know that its paths are those of a frame.
  window.Worker = window.IFrameWorker = FrameWorker;
})();
