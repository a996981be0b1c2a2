// Tells a customer that an order is on its way, once.
package main

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"
)

type order struct {
	Number int
	Phone  string
	SMSKey string
}

type answer struct {
	MessageID string `json:"message_id"`
	Status    any    `json:"status"`
	ClientRef string `json:"client_ref"`
	Detail    string `json:"detail"` // 401, 402 and 422 say here what to correct.
}

func notify(o order) (result answer, err error) {
	body, err := json.Marshal(map[string]any{
		"from":            "YourBrand",
		"to":              o.Phone,
		"body":            fmt.Sprintf("Order %d is on its way. Delivery: tomorrow, 9:00-12:00.", o.Number),
		"client_ref":      fmt.Sprintf("order-%d", o.Number),
		"idempotency_key": o.SMSKey,
		"validity":        43200,
	})
	if err != nil {
		return result, err
	}
	client := http.Client{Timeout: 10 * time.Second}
	for attempt := 1; ; attempt++ {
		request, err := http.NewRequest("POST", "http://localhost:3000/api/sms", bytes.NewReader(body))
		if err != nil {
			return result, err
		}
		request.Header.Set("Authorization", "Bearer "+os.Getenv("ACTIO_TOKEN"))
		request.Header.Set("Content-Type", "application/json")
		response, err := client.Do(request)
		if err != nil {
			return result, err
		}
		defer response.Body.Close()
		if (response.StatusCode == 429 || response.StatusCode >= 500) && attempt < 3 {
			seconds, _ := strconv.Atoi(response.Header.Get("Retry-After"))
			time.Sleep(time.Duration(seconds) * time.Second)
			continue
		}
		err = json.NewDecoder(response.Body).Decode(&result)
		if err == nil && response.StatusCode != 200 {
			err = errors.New(result.Detail)
		}
		return result, err
	}
}

func uuid4() string {
	b := make([]byte, 16)
	if _, err := rand.Read(b); err != nil {
		panic(err)
	}
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

func main() {
	log.SetFlags(0)
	// Made and stored together with the change of the order's state, so that a second run sends nothing.
	key := os.Getenv("SMS_KEY")
	if key == "" {
		key = uuid4()
	}
	result, err := notify(order{Number: 1042, Phone: "48732129000", SMSKey: key})
	if err != nil {
		// The key is stored: any process can call notify for this order again later.
		log.Fatal(err)
	}
	fmt.Println(result.MessageID, result.Status, result.ClientRef)
}
