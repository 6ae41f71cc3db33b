// The speaker's window and the stage talk inside the browser: nothing goes through the server.
// The stage says what it shows; the notes ask for the deck and send the keys pressed in them.
(function () {
  const NAME = "jing-jin-ji-stage";

  // Two stages in one browser are two sessions; a notes window belongs to the one that opened it.
  function session() {
    const kept = sessionStorage.getItem("stage-session");
    const name = kept ?? Math.random().toString(36).slice(2);
    sessionStorage.setItem("stage-session", name);
    return name;
  }

  function open(receive) {
    const channel = new BroadcastChannel(NAME);
    channel.onmessage = ({ data }) => receive(data);
    return (message) => channel.postMessage(message);
  }

  Object.assign(window.stage, { session, channel: open });
})();
