// Checks the signature of a webhook.
// Body on stdin, the three headers and the secret in the environment.
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"
)

type headers struct{ id, timestamp, signatures string }

// isSigned wants the raw body: parsing and printing it again may change it.
func isSigned(secret string, h headers, body []byte) bool {
	sent, err := strconv.ParseInt(h.timestamp, 10, 64)
	if err != nil || time.Since(time.Unix(sent, 0)).Abs() > 5*time.Minute {
		return false
	}
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	if err != nil {
		return false
	}
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "%s.%s.%s", h.id, h.timestamp, body)
	expected := "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	// While a secret is being changed there are two signatures.
	for _, signature := range strings.Fields(h.signatures) {
		if hmac.Equal([]byte(signature), []byte(expected)) {
			return true
		}
	}
	return false
}

func main() {
	body, err := io.ReadAll(os.Stdin)
	if err != nil {
		panic(err)
	}
	h := headers{os.Getenv("WEBHOOK_ID"), os.Getenv("WEBHOOK_TIMESTAMP"), os.Getenv("WEBHOOK_SIGNATURE")}
	if !isSigned(os.Getenv("WEBHOOK_SECRET"), h, body) {
		fmt.Println("not valid")
		os.Exit(1)
	}
	fmt.Println("valid")
}
